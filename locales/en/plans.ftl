plan-part-title = Title of the plan
plan-part-period = Period
plan-part-bodies = Names of bodies
plan-part-ladder = Schedule of reminders
plan-part-unitKind = Kind of unit
plan-part-category = Category
plan-part-criterion = Criterion
plan-part-duty = Duty
plan-part-other = Other content
plan-difference-added = { $part } added: { $name }
plan-difference-removed = { $part } removed: { $name }
plan-difference-changed = { $named ->
    [yes] { $part } changed: { $name }
   *[no] { $part } changed
  }
plan-difference-text = { $part }: “{ $before }” became “{ $after }”
plan-difference-quota = Quota of { $name }: { $before } became { $after }
plan-difference-due = Last day of { $name }: { $before } became { $after }
plan-difference-none = not set
