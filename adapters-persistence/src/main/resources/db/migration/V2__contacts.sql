-- Whom an organization writes to. A contact is on one list, of its own organization, and goes with it.

create table contact_list (
  id uuid primary key,
  organization_id uuid not null,
  name varchar(100) not null,
  attributes varchar not null,
  created_at timestamp with time zone not null,
  revision integer not null,
  constraint contact_list_of_organization unique (organization_id, id)
);

create table contact (
  id uuid primary key,
  organization_id uuid not null,
  list_id uuid not null,
  phone varchar(16) not null,
  name varchar(200),
  email varchar(254),
  attributes varchar not null,
  created_at timestamp with time zone not null,
  constraint contact_number_once_on_list unique (organization_id, list_id, phone),
  constraint contact_on_list foreign key (organization_id, list_id) references contact_list (organization_id, id) on delete cascade
);

create unique index contact_in_order on contact (organization_id, list_id, id);
