# Joining with an invitation code, and inviting others.
join-invited-liaison = You are invited to be the liaison of <b>{ $unit }</b>, to register advanced exemplars under Plan { $plans }.
join-invited-head = You are invited as head of <b>{ $unit }</b>, to follow the registration of advanced exemplars under Plan { $plans }.
join-invited-officer = You are invited as an officer of { $office }, to follow and chase the work under Plan { $plans }.
join-invited-manager = You are invited as a leader of { $committee }, to read the reports on Plan { $plans }.
join-invited-publicist = You are invited as publicist (<b>{ $publicist }</b>) of the advanced exemplars under Plan { $plans }.
join-link = This code connects the channel you are using with the account of <b>{ $name }</b>. Is that you?
join-link-twice = You use { $channel } with another account already. “Yes, I accept”: both can be used. “Move here for good”: the old { $channel } account can no longer be used.
join-instead = Move here for good
join-meant-for = <b>Note:</b> this code was made for <b>{ $name }</b>; here you are <b>{ $taker }</b>. If you accept, the role is { $taker }'s.
join-move-ask = <b>Note:</b> this { $channel } account belongs to <b>{ $from }</b>. If it moves, this is <b>{ $to }</b> from now on; { $from } can still use: { $left }. What was said before stays in this chat.
join-move-ask-last = <b>Note:</b> this { $channel } account belongs to <b>{ $from }</b>, and is the only place where { $from } gets messages. If it moves, this is <b>{ $to }</b> from now on, and { $from } comes back only with a new code.
join-move = Yes, move it
join-move-not = Do not move it
join-move-declined = Nothing was changed: this account still belongs to <b>{ $name }</b>, and the code can still be used.
join-link-here = The code { $code } is your own, for use on another channel. Open the bot there and send this code.
join-title = Joining
join-accept = Yes, I accept
join-not-me = That is not me
join-declined = Noted. The right person can still use the code; if it reached you by mistake, please tell { $contact }.
join-name = What is your full name?
join-name-label = Full name
join-name-bad = Please write your full name, for example: { $example }.
join-name-example = Nguyễn Văn Bình
join-phone = At which number may { $office } phone you? Only { $office } can see it. Please type it, or choose below.
join-phone-label = Phone number
join-phone-bad = This phone number is not right. Please type it like 0905 123 456, or choose Skip.
join-done = Done.

welcome = Welcome, <b>{ $name }</b>.
welcome-unit = <b>{ $unit }</b>
welcome-unit-quota = <b>{ $unit }</b> is to register { $quota } exemplars ({ $counted } so far), by { $due } ({ $left }).
welcome-unit-met = <b>{ $unit }</b> has registered { $counted } { $counted ->
    [one] exemplar
   *[other] exemplars
  } (quota { $quota }).
welcome-more-units = { $n ->
    [one] And 1 more unit: choose <b>Due dates</b> to see it.
   *[other] And { $n } more units: choose <b>Due dates</b> to see them all.
  }
welcome-head = You will be told when <b>{ $unit }</b> is late, and can see its exemplars and due dates.
welcome-officer = You review exemplars, invite liaisons, nudge units and make reports.
welcome-manager = You can read every report: type /baocao, or all in one line, such as: /baocao tonghop.
welcome-publicist = You can read the approved exemplars in order to publicise them.
next-mend = <b>Next:</b> { $n ->
    [one] complete the exemplar that was returned, <b>{ $code }</b>.
   *[other] complete { $n } returned exemplars, first of all <b>{ $code }</b>.
  }
next-register = <b>Next:</b> register exemplars; { $unit } still lacks { $missing }.
next-file = <b>Next:</b> hand in { $duty } of { $unit }.
next-foster = { $n ->
    [one] <b>Next:</b> { $unit } has 1 approved exemplar; make its fostering plan.
   *[other] <b>Next:</b> { $unit } has { $n } approved exemplars; make their fostering plan.
  }
next-foster-late = { $n ->
    [one] <b>Next:</b> { $unit } has 1 overdue fostering step.
   *[other] <b>Next:</b> { $unit } has { $n } overdue fostering steps.
  }
next-nothing = Nothing waits for you at present.
welcome-nobody = You hold no role at present. Please contact { $contact }.

invite-title = Invite somebody
invite-role = Invite as what?
invite-role-label = Role
invite-unit = Of which unit? Type its name or code, or choose below.
invite-role-in = Invite as what in <b>{ $unit }</b>?
invite-dear = Dear <b>{ $name }</b>,
invite-made = Invitation code: <b>{ $code }</b>
    { $links ->
        [0] Please open the bot, send this code, and choose “Yes, I accept”.
       *[other] Please open one of the links below (or the bot), send this code, and choose “Yes, I accept”.
    } It works once, until { $until }.
invite-controls = Forward the message above as it stands to the person invited: { $whom }.
invite-again = Invite another
invite-many = Many people
invite-unused = Unused codes
invite-taken = Who has joined
invite-many-ask = Please type or paste a list, one person a line: name; role; unit. For example:
    Nguyễn Văn Bình; liaison; { $example }
    Rơ Châm Hùng; head; { $example }
    Without a role it is a liaison; the name may be left out. Or send an Excel file (.xlsx) with these three columns and choose Done.
invite-many-preview = <b>{ $n }</b> { $n ->
        [one] invitation
       *[other] invitations
    } will be made:
invite-many-nobody = No line can be used yet.
invite-many-most = At most { $max } codes are made at a time: please split the list.
invite-many-line = { $name } – { $role }
invite-many-more = … and { $n } more
invite-many-bad = <b>Lines that cannot be used: { $n }</b> (the others are not affected):
invite-many-add = Type the lines to add, or choose below.
invite-many-yes = Make the codes
invite-many-again = Start the list again
invite-many-no = No, invite nobody
invite-many-none-made = No code was made. Type /moi to invite again.
invite-many-done = Invitation codes made: { $n }. Each comes in a message of its own: forward it as it stands to the right person.
invite-many-unreadable = The list in this file cannot be read. Please save it as an Excel file (.xlsx) with three columns name, role, unit, or type the list here.
invite-bad-role-missing = Line { $n }: role or unit not clear (“{ $about }”).
invite-bad-unit-missing = Line { $n }: the unit is missing (“{ $about }”).
invite-bad-unit-unknown = Line { $n }: there is no unit “{ $about }”.
invite-bad-unit-several = Line { $n }: several units are called so ({ $about }), please say which.
invite-bad-name-bad = Line { $n }: the name is not right (“{ $about }”).
invite-bad-identity-number = Line { $n }: it holds an identity number, which is not taken here ({ $about }).
invite-bad-twice = Line { $n }: “{ $about }” stands in a line before.
invite-unused-title = Unused codes { $range }. Choose one to send it again or withdraw it:
invite-unused-line = – <b>{ $code }</b>: { $whom }, until { $until }
invite-unused-none = There is no unused code.
invite-taken-title = Who has joined { $range }:
invite-taken-line = – <b>{ $name }</b>: { $role }, { $when }, on { $channel }
invite-taken-none = Nobody has joined by invitation yet.
invite-expired = This code has expired. Type /moi to make another one.
invite-withdraw = Withdraw the code
invite-withdrawn = The invitation code is withdrawn. Type /moi to make another one.
invite-not-withdrawn = This code has already been used or withdrawn. Type /moi to make another one.
