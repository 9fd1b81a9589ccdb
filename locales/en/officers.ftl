# Reviewing, nudging, reports.
review-queue-title = Waiting for review { $from }–{ $to } of { $total }:
review-queue-line = { $n }. <b>{ $code }</b> { $name } – { $unit }, sent { $when }
review-over = exceeds the quota
review-late = late
review-queue-empty = Nothing is waiting for review.
review-queue-empty-unit = Nothing of this unit is waiting for review.
review-which-unit = The waiting exemplars of which unit?
review-by-unit = By unit
review-approve = Approve
review-return = Return
review-reject = Do not approve
review-next = Next
review-approve-all = Approve all
review-approve-all-ask = { $n ->
    [one] Approve the following exemplar?
   *[other] Approve the following { $n } exemplars?
  }
review-approve-all-yes = { $n ->
    [one] Approve 1 exemplar
   *[other] Approve { $n } exemplars
  }
review-approve-all-no = No, look again
review-approved = <b>{ $code }</b> “{ $name }” is approved. The unit is told at once.
review-approved-all = { $n ->
    [one] 1 exemplar is approved. The unit is told at once.
   *[other] { $n } exemplars are approved. The units are told at once.
  }
review-decided-before = Somebody had already decided on: { $codes }.
review-decided = This exemplar is <b>{ $status }</b>, decided by { $who } at { $when }.
review-withdrawn = This exemplar <b>was withdrawn by its unit</b>.
review-returned = <b>{ $code }</b> “{ $name }” is returned to be completed. The unit is told at once.
review-rejected = <b>{ $code }</b> “{ $name }” is not approved. The unit is told at once.
review-changed = <b>Changed by the unit:</b>
review-changed-line = – { $label }: <s>{ $before }</s> → { $after }
review-changed-numbers = no. { $numbers }
review-nothing-changed = The unit sent it again without changing anything.
return-title = Return of { $code }
return-fields = Which lines of <b>{ $code }</b> are to be completed? Choose, then choose Done.
return-fields-label = Lines to complete
return-reason = What is to be completed? Please be clear, so that the unit can do it at once ({ $min }–{ $max } characters).
reject-title = Refusal of { $code }
reject-reason = Why is it not approved? ({ $min }–{ $max } characters)
decision-reason-label = Reason
decision-reason-length = The reason needs { $min } to { $max } characters (now { $have }). For example: Bổ sung số hộ thoát nghèo năm 2020.
notice-exemplar-approve = Approved by { $office }: <b>{ $code }</b> “{ $name }”.
notice-exemplar-return = On behalf of { $office }, please complete <b>{ $fields }</b> of { $code } “{ $name }”: «{ $reason }»
notice-exemplar-reject = Not approved by { $office }: <b>{ $code }</b> “{ $name }”. Reason: «{ $reason }»
notice-mend-now = Change it now
notice-open = Open it

nudging-which = Nudge about what?
nudging-duty = { $units ->
    [one] { $duty } (1 unit)
   *[other] { $duty } ({ $units } units)
  }
nudging-nobody = No unit owes anything. There is nobody to nudge.
nudging-nobody-to-tell = { $units ->
    [one] <b>{ $duty }:</b> 1 unit has not done it, but nobody there is connected with the bot yet.
   *[other] <b>{ $duty }:</b> { $units } units have not done it, but nobody there is connected with the bot yet.
  }
nudging-preview = <b>{ $duty }:</b> { $units } { $units ->
    [one] unit
   *[other] units
  }, { $people } { $people ->
    [one] person
   *[other] people
  } will receive this. Preview:
nudging-send = Send
nudging-note = Edit my message
nudging-cancel = Cancel
nudging-cancelled = Nothing was sent.
nudging-note-ask = Your message at the top of the nudge (3–500 characters)?
nudging-note-length = The message needs 3 to 500 characters, for example: Đề nghị các đơn vị nộp trước thứ Sáu.
nudging-unconnected = Not connected, to be phoned ({ $n }):
nudging-unit-phone = – { $unit }: { $name }, { $phone } ({ $why })
nudging-why-blocked = blocked the bot
nudging-why-unconnected = never connected
nudging-why-failed = sending failed
nudging-unit-nobody = – { $unit }: no liaison yet
nudging-phone-part = Lines { $from }–{ $to } of { $of }:
nudging-phone-file = To be phoned, as Excel
nudge-snoozed = You will be reminded again at { $when }.
nudge-acknowledged = Noted that you have understood. Thank you.
round-title = Nudge: <b>{ $duty }</b>
round-counts = Sent { $sent }, blocked { $blocked }, not connected { $unconnected }, failed { $failed }, done before sending { $dropped }.
round-pending = Still sending: { $n }…
round-refresh = Show the latest result

report-which = Which report? You may also type it in one line, for example: /baocao tonghop 2021
report-year = Which year?
report-scope = Year { $year }: all units or one?
report-scope-now = All units or one?
report-all-units = All units
report-one-unit = One unit
report-unit = Which unit?
report-unknown = There is no report “{ $typed }”. The reports there are:
report-year-outside = The year { $year } is outside the Plan ({ $from }–{ $to }). Please choose a year within it.
report-year-not-begun = The year { $year } has not begun, so there is nothing to report yet. Please choose a year that has begun:
report-plan-not-begun = No report can be made yet: { $year } has not begun, and no other year of the Plan has.
report-one-year = A report is made for one year. Which one?
report-only-now = “{ $report }” shows what is true now; it is not made for a year. Press to make it:
report-being-made = The report is being made…
report-caption = <b>{ $report }</b> { $year } – { $scope }
report-figure = { $label }: { $value }
