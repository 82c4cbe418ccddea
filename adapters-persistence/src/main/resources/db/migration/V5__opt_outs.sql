-- Numbers that an organization must not write to.

create table opt_out (
  id uuid primary key,
  organization_id uuid not null,
  phone varchar(16) not null,
  reason varchar(200),
  opted_out_at timestamp with time zone not null,
  constraint opt_out_once unique (organization_id, phone)
);

create index opt_out_newest_first on opt_out (organization_id, id desc);
