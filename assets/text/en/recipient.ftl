# Words of the page of a recipient.

recipient-statement-language = Language of the statement
recipient-statement-german = German
recipient-statement-english = English
