"""The API reference: what the proto files say, with a call for each method that was really made."""
