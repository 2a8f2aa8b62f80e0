"""Says which files of grantor.v1 a release has.

Usage: files.py [--services] < FileDescriptorSet
"""

import sys

from google.protobuf.descriptor_pb2 import FileDescriptorSet


def main() -> None:
    """One file a line, in order; with --services only those that have any."""
    released = FileDescriptorSet.FromString(sys.stdin.buffer.read())
    files = [file for file in released.file if file.package == "grantor.v1"]
    if "--services" in sys.argv:
        files = [file for file in files if file.service]
    print("\n".join(sorted(file.name for file in files)))


if __name__ == "__main__":
    main()
