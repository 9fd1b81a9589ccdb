# Awards: proposals, the list to the competent level, decisions (Plan 101, IV.3).
error-proposal-not-found = This award proposal was not found, or its unit withdrew it. Type /khenthuong to see the list.
error-proposal-decided = { $state ->
    [proposed] { $who } has just reopened the proposal of { $code }, at { $when }.
    [forwarded] { $who } forwarded the proposal of { $code } at { $when }.
    [not_forwarded] { $who } recorded at { $when } that the proposal of { $code } is not forwarded.
    [granted] The proposal of { $code } was granted by a decision that { $who } recorded at { $when }.
   *[refused] { $who } recorded at { $when } that the proposal of { $code } was refused.
  } Type /khenthuong to see the list.
error-proposal-there = { $code } was proposed for this award and level in that year. Type /khenthuong to see the list.
error-award-not-held = Proposal of { $code }: under the plan this level, form or title does not hold on { $day }. Please check the day, or propose it at another level.
error-award-decision-not-found = This decision on awards was not found. Type /khenthuong, then press Decisions.
error-award-decision-over = { $who } took this decision back at { $when }. Its proposals are forwarded again. Type /khenthuong to see the list.
error-award-decision-changed = Another person has just mended this decision, so your change was not saved. Open it again to see it, then mend it.
error-award-decision-there = Another decision of this level has the same number, day and body. Please check the number and the day.
report-awards = Award proposals
report-figure-award-proposed = Not forwarded yet
report-figure-award-forwarded = Forwarded, no result yet
report-figure-award-declined = Not to be forwarded
report-figure-award-granted = Granted
report-figure-award-refused = Refused
report-figure-award-withdrawn = Withdrawn
