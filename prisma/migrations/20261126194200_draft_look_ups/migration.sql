-- Open registrations kept what can be looked up under keys that begin with `~`. Names are looked up
-- now; `"duplicate": null` says that no registered name is much like this one; the draft stands at
-- the question for a reason where the unit's maximum was reached; what others changed since belongs
-- to what the draft is about.
update "draft" set
  "subject" = case when "answers" ? '~since' then jsonb_set("subject", '{since}', "answers" -> '~since') else "subject" end,
  "cursor" = case
    when "cursor" is null and "answers" ? '~over' and not "answers" ? 'exception' then 'exception' else "cursor" end,
  "answers" = ("answers" - array['~similar', '~unitName', '~leadsName', '~over', '~since'])
    || case when "answers" ? 'name' and not "answers" ? 'duplicate'
         and coalesce("answers" -> '~similar', '[]') = '[]'::jsonb then '{"duplicate": null}'::jsonb else '{}' end
where "form" = 'register' and "state" = 'open';
