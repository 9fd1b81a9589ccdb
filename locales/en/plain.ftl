# Channels without buttons and files (Zalo).
plain-choose-number = Type a number to choose:
plain-choose-or-write = Type your answer, or a number to choose:
plain-choose-some = Type a number to choose, or several at once (such as 1, 3):
plain-choose-besides = Type a letter to choose:
plain-choose-letter = Type your answer, or a letter to choose:
plain-upload = Send files on this page (several at once if you like):
    { $address }
plain-file = File { $name } ({ $size }); open the link to download it, within { $days } days:
    { $address }
plain-maybe-again = (The network had trouble: the message before may have arrived or not. Please answer this one.)
plain-only-text = On this channel I can only receive text and photos. Please type your answer, or /trogiup; when files are needed, I will send a link to a page that takes them.
