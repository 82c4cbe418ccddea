-- How many messages of each status a campaign had when they were last counted.
create table campaign_count (
  campaign_id uuid primary key,
  organization_id uuid not null,
  counted varchar not null
);

-- Which counts are outdated: a row for each change of messages, in the transaction of that change.
create table campaign_change (
  id uuid not null,
  organization_id uuid not null,
  campaign_id uuid not null,
  primary key (campaign_id, id)
);

insert into campaign_change (id, organization_id, campaign_id) select id, organization_id, id from campaign;
