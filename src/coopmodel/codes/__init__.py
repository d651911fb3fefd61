"""Code lists, as plain data: countries, currencies, themes, statuses, strengths, words of the model, the verb ladder."""
