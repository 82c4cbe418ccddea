-- Campaigns, their messages, and single messages.

create table campaign (
  id uuid primary key,
  organization_id uuid not null,
  name varchar(100) not null,
  template varchar not null,
  lists varchar not null,
  device_id uuid,
  sim integer,
  status varchar(16) not null,
  expansion_list integer not null,
  expansion_after uuid,
  expansion_finished boolean not null,
  -- When a page of it was last made.
  expanded_at timestamp with time zone,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  completed_at timestamp with time zone,
  revision integer not null
);

create index campaign_newest_first on campaign (organization_id, id desc);
create index campaign_at_work on campaign (status, expansion_finished);

create table message (
  id uuid primary key,
  organization_id uuid not null,
  campaign_id uuid,
  -- Stays when the contact is deleted, so that such a message differs from one that never had a contact.
  contact_id uuid,
  phone varchar(16) not null,
  text varchar,
  lane varchar(16) not null,
  -- The device and the SIM that it must leave through.
  route_device_id uuid,
  route_sim integer,
  deadline timestamp with time zone,
  status varchar(16) not null,
  failure varchar,
  -- Who holds or held it, and under which claim.
  device_id uuid,
  claim integer not null,
  accepted_at timestamp with time zone,
  -- While a device holds it: when the lease ends, and once it is accepted, when the report is overdue.
  due_at timestamp with time zone,
  returns integer not null,
  parts integer not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint message_once_to_number unique (campaign_id, phone)
);

-- What waits for a device: claims read nothing else.
create index message_to_claim on message (organization_id, status, lane, route_device_id, id);
-- Lists, newest first, one per filter; the counts of a campaign and what a device holds are read from them too.
create index message_by_status on message (organization_id, status, id desc);
create index message_by_campaign on message (organization_id, campaign_id, status, id desc);
create index message_by_device on message (organization_id, device_id, status, id desc);
create index message_by_number on message (organization_id, phone, id desc);
create index message_by_age on message (organization_id, created_at);
-- What the sweep looks for.
create index message_due on message (status, due_at);
create index message_deadline on message (status, deadline);
