-- A number is once on a list. The number comes first, so that looking one up can use no other index: PostgreSQL, before it
-- has seen how long a list is, took the one of the list's order and read the list for every number.

alter table contact drop constraint contact_number_once_on_list;
create unique index contact_number_once_on_list on contact (phone, list_id);
