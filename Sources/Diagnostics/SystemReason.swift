import Glibc

/// Why the system refused, in words for an author: the end of a sentence.
package func systemReason(_ number: Int32) -> String {
    switch number {
    case ENOSPC, EDQUOT: "det finns inget utrymme kvar på disken"
    case EACCES, EPERM: "behörighet saknas"
    case EROFS: "disken är skrivskyddad"
    case EIO, EUCLEAN: "disken kunde inte läsas eller skrivas"
    case ENOENT: "det finns inte"
    case ENOTDIR: "det är ingen mapp"
    case EFBIG: "filen får inte bli så stor"
    case EMFILE, ENFILE: "för många filer är öppna"
    default: String(cString: strerror(number))
    }
}
