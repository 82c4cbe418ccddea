-- The phones of an organization, and the codes that bring them to it.

create table device (
  id uuid primary key,
  organization_id uuid not null,
  name varchar(100) not null,
  installation varchar(100) not null,
  manufacturer varchar not null,
  model varchar not null,
  android_version varchar not null,
  app_version varchar not null,
  sims varchar not null,
  parts_per_minute integer,
  token_hash varchar(64) not null unique,
  paired_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  vitals varchar not null,
  revision integer not null,
  constraint device_once_in_organization unique (organization_id, installation)
);

create index device_newest_first on device (organization_id, id desc);

create table pairing_code (
  hash varchar(64) primary key,
  organization_id uuid not null,
  expires_at timestamp with time zone not null,
  used_by varchar(100)
);

create index pairing_code_by_expiry on pairing_code (expires_at);
