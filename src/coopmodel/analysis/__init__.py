"""What a record implies and never stores."""
