// The files that images are read from, kept open.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace hashsight {

// A byte range of one of the files.
struct ByteRange {
  uint32_t file;
  int64_t offset;
  // Length in bytes; negative for everything up to the end of the file.
  int64_t size;
};

// Reads byte ranges from any thread. The same shards are read again soon, so the most recently used files stay open.
class Files {
 public:
  explicit Files(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  // Replaces `bytes` with the contents of the range. Throws a Problem if it cannot be read or the file ends too early.
  void read(const ByteRange& range, std::vector<uint8_t>& bytes);

 private:
  struct Descriptor {
    explicit Descriptor(const std::string& path);
    ~Descriptor();
    int number;
  };
  struct Opened {
    uint32_t file;
    std::shared_ptr<Descriptor> descriptor;
  };

  std::shared_ptr<Descriptor> opened(uint32_t file);

  const std::vector<std::string> paths_;
  std::mutex mutex_;
  // Most recently used first.
  std::list<Opened> recent_;
  std::unordered_map<uint32_t, std::list<Opened>::iterator> places_;
};

}  // namespace hashsight
