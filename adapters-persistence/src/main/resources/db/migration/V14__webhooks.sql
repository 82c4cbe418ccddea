-- Who is told what happens, and how far each event has come.

create table webhook_endpoint (
  id uuid primary key,
  organization_id uuid not null,
  url varchar(2000) not null,
  events varchar not null,
  secret varchar not null,
  -- The secret before, which goes on signing for a while.
  replaced_secret varchar,
  replaced_until timestamp with time zone,
  disabled_at timestamp with time zone,
  disabled_because varchar(16),
  failing_since timestamp with time zone,
  created_at timestamp with time zone not null,
  revision integer not null
);

create index webhook_endpoint_newest_first on webhook_endpoint (organization_id, id desc);

create table webhook_event (
  id uuid primary key,
  organization_id uuid not null,
  type varchar(32) not null,
  happened_at timestamp with time zone not null,
  body varchar not null
);

create index webhook_event_by_age on webhook_event (happened_at);

create table webhook_delivery (
  id uuid primary key,
  organization_id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  state varchar(16) not null,
  -- Since it last began.
  attempts integer not null,
  -- All of them, also those that told nothing: by it the newest attempt is known.
  claims integer not null,
  -- While it is being tried, the end of the lease.
  due_at timestamp with time zone
);

create index webhook_delivery_newest_first on webhook_delivery (endpoint_id, id desc);
create index webhook_delivery_due on webhook_delivery (endpoint_id, due_at);
create index webhook_delivery_of_event on webhook_delivery (event_id);

create table webhook_attempt (
  delivery_id uuid not null,
  number integer not null,
  attempted_at timestamp with time zone not null,
  url varchar not null,
  status integer,
  head varchar not null,
  problem varchar,
  took_millis bigint not null,
  primary key (delivery_id, number)
);

-- Whether other systems were told that it is connected.
alter table device add column present boolean default false not null;
