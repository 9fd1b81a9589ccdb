# Joining with an invitation code, and inviting others.
join-invited-liaison = You are invited to be the liaison of <b>{ $unit }</b>, to register advanced exemplars under Plan { $plan } ({ $from }–{ $to }).
join-invited-head = You are invited as head of <b>{ $unit }</b>, to follow the registration of advanced exemplars under Plan { $plan } ({ $from }–{ $to }).
join-invited-officer = You are invited as an officer of { $office }, to follow and chase the work under Plan { $plan } ({ $from }–{ $to }).
join-invited-manager = You are invited as a leader of { $committee }, to read the reports on Plan { $plan } ({ $from }–{ $to }).
join-invited-publicist = You are invited as publicist of the advanced exemplars under Plan { $plan } ({ $from }–{ $to }).
join-link = This code connects the channel you are using with the account of <b>{ $name }</b>. Is that you?
join-link-here = The code { $code } is your own, for use on another channel. Open the bot there and send this code.
join-title = Joining
join-accept = Yes, I accept
join-not-me = That is not me
join-declined = Noted. The right person can still use the code; if it reached you by mistake, please tell { $office }.
join-name = What is your full name?
join-name-label = Full name
join-name-bad = Please write your full name, for example: Nguyễn Văn Bình.
join-phone = At which number may { $office } phone you? Only { $office } can see it. Please type it, or choose below.
join-phone-label = Phone number
join-phone-bad = This phone number is not right. Please type it like 0905 123 456, or choose Skip.
join-done = Done.

welcome = Welcome, <b>{ $name }</b>.
welcome-unit = <b>{ $unit }</b>
welcome-unit-quota = <b>{ $unit }</b> is to register { $quota } exemplars ({ $counted } so far), by { $due } ({ $left }).
welcome-unit-met = <b>{ $unit }</b> has registered { $counted } exemplars (quota { $quota }).
welcome-more-units = { $n ->
    [one] And 1 more unit: choose <b>Due dates</b> to see it.
   *[other] And { $n } more units: choose <b>Due dates</b> to see them all.
  }
welcome-head = You will be told when <b>{ $unit }</b> is late, and can see its exemplars and due dates.
welcome-officer = You review exemplars, invite liaisons, nudge units and make reports.
welcome-manager = You can read every report: type /baocao, or all in one line, such as: /baocao tonghop.
welcome-publicist = You can read the approved exemplars in order to publicise them.
welcome-nobody = You hold no role at present. Please contact { $office }.

invite-title = Invite somebody
invite-role = Invite as what?
invite-role-label = Role
invite-unit = Of which unit? Type its name or code, or choose below.
invite-made = Invitation code: <b>{ $code }</b>
    For: <b>{ $role }</b>
    It works once, until { $until }. Pass it on to the person you invite; they open the bot and send it.
invite-withdraw = Withdraw the code
invite-withdrawn = The invitation code is withdrawn. Type /moi to make another one.
invite-not-withdrawn = This code has already been used or withdrawn. Type /moi to make another one.
