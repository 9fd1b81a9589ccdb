# People: finding them, roles, accounts, history.
people-ask = Whom are you looking for? Type part of a name, a unit or a phone number; accents are not needed.
people-all = Show all
people-search = Find another person
people-title = People { $range }:
people-line = { $n }. <b>{ $name }</b> – { $roles }
people-no-role = no role
people-none = No name, unit or phone number has “{ $typed }”. Please type less of it, or choose Show all.

person-name = <b>{ $name }</b>
person-role = – { $role }, since { $since }
person-role-none = – Holds no role at present
person-account = – { $channel }: gets messages, last used { $seen }
person-account-blocked = – { $channel }: gets no messages (blocked or signed out), last used { $seen }
person-account-none = – Not connected on any channel
person-invited-by = Invited by: { $name }
person-drafts = Open drafts: { $n }
person-end-role = End a role
person-move-unit = Change unit
person-remove-account = Remove an account
person-new-code = Code to connect again
person-history = History
person-open = Show this person
person-no-role-to-change = <b>{ $name }</b> holds no role that could be changed. To give one, type /moi.
person-no-account-to-remove = <b>{ $name }</b> is connected on no channel, so there is nothing to remove.
person-code = Code for <b>{ $name }</b> to connect again: <b>{ $code }</b>
    It works once, until { $until }. Open the bot, send this code and choose “Yes, I accept”: roles and drafts stay as they are.

person-reason = Why? Please write { $min } to { $max } characters; the reason is kept in the history. For example: Moves to another office on 1/9/2021.
person-change-reason = Reason: { $reason }
person-self-ask = <b>Note:</b> this is you. Afterwards you may not be able to do this work any more.
person-self-yes = Yes, my own
person-sure-yes = I agree
person-sure-no = No, change nothing
person-unchanged = Nothing was changed.
person-follows-at-once = – It holds at once on every channel. Upload pages and file links sent to this person open no more; reminders about it that wait are dropped.
person-follows-drafts = – { $n ->
        [one] { $n } draft of { $unit } is kept
       *[other] { $n } drafts of { $unit } are kept
    }: another liaison of the unit, or { $office }, continues with /nhap.
person-follows-no-liaison = – { $unit } has no liaison left: please invite one with /moi.
person-follows-told = – This person is told in a message.
person-follows-not-told = – This person has no channel that takes messages: please phone them.

end-role-title = End a role of { $name }
end-role-which = Which role of <b>{ $name }</b> is to end?
end-role-which-label = Role
end-role-all = All roles
end-role-ask = End the role <b>{ $roles }</b> of <b>{ $name }</b>?
end-role-done = The role <b>{ $roles }</b> of <b>{ $name }</b> has ended.
move-unit-title = Change the unit of { $name }
move-unit-which = Which role of <b>{ $name }</b> moves to another unit?
move-unit-which-label = Role
move-unit-to = To which unit does <b>{ $name }</b> move? Type its name or code, or choose below.
move-unit-ask = Move <b>{ $name }</b> ({ $role }) from <b>{ $from }</b> to <b>{ $to }</b>?
move-unit-done = <b>{ $name }</b> has moved to <b>{ $to }</b>.
remove-account-title = Remove an account of { $name }
remove-account-which = Which account of <b>{ $name }</b> is to be removed?
remove-account-which-label = Account
remove-account-label = { $channel }, last used { $seen }
remove-account-label-blocked = { $channel } (gets no messages), last used { $seen }
remove-account-ask = Remove the account <b>{ $account }</b> of <b>{ $name }</b>?
remove-account-follows = – It holds at once: the bot cannot be used there any more, the session ends, links that were sent there open no more.
remove-account-others = – This person's roles, drafts and other channels stay as they are.
remove-account-last = – It is their only account: roles and drafts stay, but they come back only with a new code (choose Code to connect again).
remove-account-done = The account of <b>{ $name }</b> is removed.

person-history-title = History of <b>{ $name }</b> ({ $total }):
person-history-line = { $when } – { $who } ({ $channel }): { $what }.
person-history-reason = Reason: { $reason }
person-change-role_given = took the role { $role }
person-change-role_ended = ended the role { $role }
person-change-unit_moved = moved the role { $role } to { $to }
person-change-account_linked = connected { $channel }
person-change-account_moved = the account on { $channel } moved away
person-change-account_removed = removed the account on { $channel }
person-change-draft_taken = a draft was taken on by another person

notice-role-ended = Since { $when } you no longer hold the role <b>{ $role }</b>. If you have questions, please contact { $contact }.
notice-unit-moved = Since { $when } you hold the role { $role } of <b>{ $to }</b>, and no longer serve { $from }. If you have questions, please contact { $contact }.
notice-account-removed = Since { $when } this { $channel } account can no longer use the bot. To use it again, please contact { $contact } for a new code.
notice-account-removed-elsewhere = Since { $when } your { $channel } account is removed; here everything stays as it was. If this is a mistake, please contact { $contact }.

drafts-left = Drafts of your unit whose author no longer has the role:
draft-left-line = { $unit }, “{ $title }” (begun by { $who })
draft-take = Continue: { $title }
draft-left-for-unit = What was answered is kept for the unit: another liaison of the unit, or { $office }, continues with /nhap.
