#include "files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "problem.h"

namespace hashsight {

namespace {

// Most systems limit a process to 1,024 open files.
constexpr size_t kOpenFiles = 256;

[[noreturn]] void failed(const char* what) {
  throw Problem(std::string("cannot ") + what + ": " + std::generic_category().message(errno));
}

}  // namespace

// Opens without blocking; a named pipe without a writer would block forever.
Files::Descriptor::Descriptor(const std::string& path)
    : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (number < 0) failed(("open " + path).c_str());
}

Files::Descriptor::~Descriptor() { ::close(number); }

std::shared_ptr<Files::Descriptor> Files::opened(uint32_t file) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto known = places_.find(file);
  if (known != places_.end()) {
    recent_.splice(recent_.begin(), recent_, known->second);
    return recent_.front().descriptor;
  }
  recent_.push_front({file, std::make_shared<Descriptor>(paths_.at(file))});
  places_[file] = recent_.begin();
  if (recent_.size() > kOpenFiles) {
    places_.erase(recent_.back().file);
    recent_.pop_back();
  }
  return recent_.front().descriptor;
}

void Files::read(const ByteRange& range, std::vector<uint8_t>& bytes) {
  const std::shared_ptr<Descriptor> file = opened(range.file);
  int64_t wanted = range.size;
  if (wanted < 0) {
    struct stat status;
    if (::fstat(file->number, &status) != 0) failed("read");
    if (!S_ISREG(status.st_mode)) throw Problem("expected a file, got a folder, a pipe or a device");
    wanted = status.st_size > range.offset ? status.st_size - range.offset : 0;
  }
  bytes.resize(wanted);
  int64_t filled = 0;
  while (filled < wanted) {
    const ssize_t got = ::pread(file->number, bytes.data() + filled, wanted - filled, range.offset + filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) failed("read");
    if (got == 0) {
      throw Problem("expected " + std::to_string(wanted) + " bytes from " + std::to_string(range.offset) + " on, got " +
                    std::to_string(filled) + "; the file is cut off");
    }
    filled += got;
  }
}

}  // namespace hashsight
