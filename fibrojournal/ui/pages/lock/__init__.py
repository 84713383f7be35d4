"""The lock: passphrase and recovery code."""
