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

// A part of one of the files.
struct Place {
  uint32_t file;
  int64_t offset;
  // Bytes; negative for all up to the end of the file.
  int64_t size;
};

// Reads parts of files from any thread. Random order comes back to a shard soon, so the files used last stay open.
class Files {
 public:
  explicit Files(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  // Replaces `bytes` by the part's. Throws a Problem when it cannot be read, or when the file ends before it does.
  void read(const Place& place, std::vector<uint8_t>& bytes);

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
  // The one used last first.
  std::list<Opened> recent_;
  std::unordered_map<uint32_t, std::list<Opened>::iterator> places_;
};

}  // namespace hashsight
