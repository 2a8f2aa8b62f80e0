"""What every client must do: cases as data, run against the real server."""
