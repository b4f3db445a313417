# Words of the page of a recipient.

recipient-statement-language = Language of the statement
recipient-statement-german = German
recipient-statement-english = English
recipient-open = Open steps and deadlines
recipient-nothing-open = No open deadline. What falls due is shown here with its day.
recipient-lines = Granted, paid, open by grant and due line
recipient-grant-and-line = Grant, due line
recipient-cases = Applications and grants
recipient-no-case = No application yet. “Record application …” begins the first case.
recipient-no-milestones = No milestone is planned for this recipient. Milestones are planned on the page of a grant.
recipient-successor = Legal successor:
recipient-predecessors = Legal predecessors:
recipient-benefits = Benefits from:
recipient-reclaimed = Reclaimed, open
recipient-cash-reference = Cash office’s reference
recipient-waits = Whose turn it is
