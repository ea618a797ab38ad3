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

/// A pipe that no other program inherits, not even one that another thread starts at this instant; `pipe2` is hidden too.
static inline int private_pipe(int ends[2]) {
    return (int)syscall(SYS_pipe2, ends, O_CLOEXEC);
}

/// The first place of some bytes in others; `memmem` is hidden too.
extern void *memmem(const void *bytes, size_t count, const void *wanted, size_t wanted_count);
static inline const void *find_bytes(const void *bytes, size_t count, const void *wanted, size_t wanted_count) {
    return memmem(bytes, count, wanted, wanted_count);
}
