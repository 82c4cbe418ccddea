-- How many messages of a month's quota an account has used, and who holds them.

create table quota (
  id uuid primary key,
  owner_id uuid not null,
  -- Such as 2026-03, in UTC.
  calendar_month varchar(7) not null,
  used bigint not null,
  constraint quota_of_month unique (owner_id, calendar_month)
);

-- What a campaign holds until its messages are made.
create table campaign_quota (
  campaign_id uuid primary key,
  organization_id uuid not null,
  quota_id uuid not null,
  messages bigint not null
);

-- Of which the message holds one; none if its sender's plan has no limit, or if it was given back.
alter table message add column quota_id uuid;
