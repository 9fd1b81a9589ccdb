# Duties and dues of a unit. Messages are sent with parse_mode HTML.
duty-line = <b>{ $duty }:</b>{ " " }
duty-counted = { $missing ->
    [0] { $counted } registered (quota { $quota }).
   *[other] { $counted } registered (quota { $quota }), { $missing } missing.
  }
duty-done = Done on { $done }.
duty-done-undated = Done.
duty-done-late = Done on { $done }, late (due { $day }).
duty-missing = { $days ->
    [one] Not done yet. Last day { $day }, 1 day left.
   *[other] Not done yet. Last day { $day }, { $days } days left.
  }
duty-missing-today = Not done yet. Last day { $day }, which is today.
duty-overdue = { $days ->
    [one] Not done. Last day { $day }, 1 day overdue.
   *[other] Not done. Last day { $day }, { $days } days overdue.
  }
duty-optional = Only where there is something to hand in, by { $day }.
duty-optional-undated = Only where there is something to hand in.
duty-unset = No date has been set yet.
duty-supplemented = Completed after the due date, on { $day }.
duty-document-submitted = Waiting for { $office }.
duty-document-accepted = Accepted by { $office }.
duty-document-returned = The newest version was sent back on { $day }.
duty-returned = Handed in on { $first }, sent back by { $office } on { $day }; please hand it in again.
duty-returned-until = { $days ->
    [0] Due { $day }: today is the last day.
    [one] Due { $day }: { $days } day left.
   *[other] Due { $day }: { $days } days left.
  }
duty-returned-after = The first version was on time ({ $day }), so handing in again does not count as late.
duty-returned-late = The first version was late (due { $day }).
duty-signed-list = Signed list of exemplars
duty-signed-list-inside = signed list of exemplars
filing-no-such = There is no document “{ $typed }” to hand in. Please choose one of those below.
occurrence-half = { $half ->
    [first] first half of { $year }
   *[second] second half of { $year }
  }
occurrence-quarter = quarter { $numeral } of { $year }
occurrence-month = { $month } { $year }
