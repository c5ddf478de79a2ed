// The tasks of the pool. Each task is given as rows of numbers, one row per image.
#pragma once

#include <memory>
#include <vector>

#include "files.h"
#include "pool.h"

namespace hashsight {

// Memory that JavaScript keeps alive until the task is done.
struct Bytes {
  uint8_t* data;
  size_t length;
};

using Rows = std::vector<double>;

// The sources of images and their limits: files, or memory for images whose row has file -1.
struct Sources {
  std::shared_ptr<Files> files;
  Limits limits;
  // By image; may be empty if no row needs it.
  std::vector<Bytes> inMemory;

  // Replaces `bytes` with those of the image; row: file, offset, size. Throws a Problem if they cannot be read.
  void read(size_t image, const double* row, std::vector<uint8_t>& bytes) const;
};

// Reads headers. Row: file, offset, size. Result: width and height of the upright image, 0 if it is not a JPEG.
struct HeadersTask : Task {
  static constexpr size_t kColumns = 3;
  HeadersTask(Sources sources, Rows rows)
      : Task(rows.size() / kColumns), sizes(2 * count), sources(std::move(sources)), rows(std::move(rows)) {}
  void run(size_t image, SampleMemory& memory) override;

  std::vector<double> sizes;
  const Sources sources;
  const Rows rows;
};

// Columns of a cut: offset in the output, side, left, top, width, height, eighths, flags, whether the colors change;
// then the four changes in order and the four factors.
constexpr size_t kCutColumns = 17;
constexpr int kMirrored = 1;
constexpr int kBicubic = 2;

// Crops samples from JPEGs. Row: file, offset, size, and the cut.
struct CutJpegsTask : Task {
  static constexpr size_t kColumns = 3 + kCutColumns;
  CutJpegsTask(Sources sources, Rows rows, Bytes out)
      : Task(rows.size() / kColumns), sources(std::move(sources)), rows(std::move(rows)), out(out) {}
  void run(size_t image, SampleMemory& memory) override;

  const Sources sources;
  const Rows rows;
  const Bytes out;
};

// Crops samples from decoded images. Row: width and height, and the cut.
struct CutPixelsTask : Task {
  static constexpr size_t kColumns = 2 + kCutColumns;
  CutPixelsTask(std::vector<Bytes> images, Rows rows, Bytes out)
      : Task(rows.size() / kColumns), images(std::move(images)), rows(std::move(rows)), out(out) {}
  void run(size_t image, SampleMemory& memory) override;

  const std::vector<Bytes> images;
  const Rows rows;
  const Bytes out;
};

// Decodes whole JPEGs. Row: file, offset, size, eighths, width and height of the result.
struct DecodeTask : Task {
  static constexpr size_t kColumns = 6;
  DecodeTask(Sources sources, Rows rows, std::vector<Bytes> outs)
      : Task(rows.size() / kColumns), sources(std::move(sources)), rows(std::move(rows)), outs(std::move(outs)) {}
  void run(size_t image, SampleMemory& memory) override;

  const Sources sources;
  const Rows rows;
  const std::vector<Bytes> outs;
};

// Reads byte ranges and discards them, so that the system's page cache keeps them. Row: file, offset, size.
struct ReadAheadTask : Task {
  static constexpr size_t kColumns = 3;
  ReadAheadTask(Sources sources, Rows rows)
      : Task(rows.size() / kColumns), sources(std::move(sources)), rows(std::move(rows)) {}
  void run(size_t range, SampleMemory& memory) override;

  const Sources sources;
  const Rows rows;
};

}  // namespace hashsight
