-- Organizations, the people in them, and what they are known by.

create table organization (
  id uuid primary key,
  name varchar(100) not null,
  region varchar(2) not null,
  zone varchar(64) not null,
  created_at timestamp with time zone not null,
  revision integer not null
);

create table person (
  id uuid primary key,
  email varchar(254) not null unique,
  name varchar(100) not null,
  password_hash varchar not null,
  created_at timestamp with time zone not null,
  revision integer not null
);

create table membership (
  organization_id uuid not null,
  person_id uuid not null,
  role varchar(16) not null,
  since timestamp with time zone not null,
  primary key (organization_id, person_id)
);

create index membership_of_person on membership (person_id, since);

create table person_session (
  id uuid primary key,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);

create table api_key (
  id uuid primary key,
  organization_id uuid not null,
  name varchar(100) not null,
  prefix varchar not null,
  hash varchar(64) not null unique,
  scopes varchar not null,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  revision integer not null
);

create index api_key_newest_first on api_key (organization_id, id desc);

-- The keys by which tokens are signed: every node uses the same, and the private half is kept encrypted.
create table key_pair (
  id varchar(64) primary key,
  public_key bytea not null,
  encrypted_private_key bytea not null,
  created_at timestamp with time zone not null
);
