import Foundation
import Glibc

/// Whether the disk under a folder is encrypted, as the kernel tells it.
struct DiskEncryption {
  private let folder: String

  init(_ folder: String) {
    self.folder = folder
  }

  func finding() -> HealthFinding {
    var status = stat()
    guard stat(folder, &status) == 0 else { return unknown }
    // The device's two numbers as Linux packs them.
    let major = (status.st_dev >> 8) & 0xfff | (status.st_dev >> 32) & ~0xfff
    let minor = status.st_dev & 0xff | (status.st_dev >> 12) & ~0xff
    if BlockDevice.isEncrypted("/sys/dev/block/\(major):\(minor)") || isEncryptedFolder {
      return HealthFinding("disk", .fine, "the disk is encrypted")
    }
    return unknown
  }

  private var unknown: HealthFinding {
    HealthFinding(
      "disk", .care,
      "no encryption of the disk can be seen: whoever takes this machine can read codes, talks and numbers",
      remedy:
        "encrypt the disk (LUKS on Linux, ask whoever set the machine up), or keep MINBAR_HOME on an encrypted volume")
  }

  /// fscrypt, gocryptfs and eCryptfs say so in the list of mounts.
  private var isEncryptedFolder: Bool {
    guard let path = realpath(folder, nil) else { return false }
    defer { free(path) }
    let place = String(cString: path)
    let mounts = String(decoding: FileManager.default.contents(atPath: "/proc/mounts") ?? Data(), as: UTF8.self)
    return mounts.utf8.split(separator: 10).contains { line in
      let cells = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
      return cells.count > 2 && ["fuse.gocryptfs", "ecryptfs"].contains(cells[2])
        && (place + "/").utf8.starts(with: (cells[1] + "/").utf8)
    }
  }
}

/// Whether the memory that the system puts on the disk is encrypted.
struct SwapEncryption {
  func finding() -> HealthFinding {
    let text = String(decoding: FileManager.default.contents(atPath: "/proc/swaps") ?? Data(), as: UTF8.self)
    let devices = text.utf8.split(separator: 10).dropFirst().compactMap { line in
      line.split(separator: 32).first.map { String(decoding: $0, as: UTF8.self) }
    }
    let open = devices.filter { device in
      let name = URL(filePath: device).resolvingSymlinksInPath().lastPathComponent
      return !name.hasPrefix("zram") && !BlockDevice.isEncrypted("/sys/class/block/" + name)
    }
    guard !open.isEmpty else { return HealthFinding("swap", .fine, "memory is not put on the disk in the clear") }
    return HealthFinding(
      "swap", .care, "memory may be put on the disk in the clear", remedy: "encrypt the swap, or run: sudo swapoff -a")
  }
}

/// A block device as the kernel describes it below `/sys`.
enum BlockDevice {
  /// Whether the device, or one that it lies on, is a crypt device.
  static func isEncrypted(_ path: String, depth: Int = 0) -> Bool {
    guard depth < 8 else { return false }
    if let kind = FileManager.default.contents(atPath: path + "/dm/uuid"), kind.starts(with: Data("CRYPT-".utf8)) {
      return true
    }
    let below = (try? FileManager.default.contentsOfDirectory(atPath: path + "/slaves")) ?? []
    return !below.isEmpty && below.allSatisfy { isEncrypted("/sys/class/block/" + $0, depth: depth + 1) }
  }
}
