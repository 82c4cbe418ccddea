-- When an API key opens nothing any more by itself; null for never.

alter table api_key add column expires_at timestamp with time zone;
