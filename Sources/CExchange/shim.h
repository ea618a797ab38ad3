#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Lets two folders change places in one step. Glibc's own `renameat2` is hidden from Swift behind `_GNU_SOURCE`.
static inline int exchange_paths(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u);
}

/// Waits until a folder's file system has what was written to it; `syncfs` is hidden in the same way.
static inline int sync_file_system(int descriptor) {
    return (int)syscall(SYS_syncfs, descriptor);
}
