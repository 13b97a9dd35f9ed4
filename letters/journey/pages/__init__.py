"""The pages of the journey, each from what was typed to the values of its template; nothing here knows the web."""
