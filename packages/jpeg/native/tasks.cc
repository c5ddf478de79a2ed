#include "tasks.h"

#include "problem.h"

namespace hashsight {

namespace {

Cut cutOf(const double* row) {
  const int flags = static_cast<int>(row[7]);
  Cut cut{{row[2], row[3], row[4], row[5]},
          static_cast<int>(row[1]),
          static_cast<int>(row[6]),
          (flags & kMirrored) != 0,
          (flags & kBicubic) != 0 ? Filter::kBicubic : Filter::kBilinear,
          {}};
  if (row[8] != 0) {
    ColourChange colours;
    for (size_t i = 0; i < 4; ++i) {
      colours.order[i] = static_cast<Change>(row[9 + i]);
      colours.factors[i] = row[13 + i];
    }
    cut.colours = colours;
  }
  return cut;
}

uint8_t* outputOf(const double* row, const Cut& cut, const Bytes& out) {
  const size_t at = static_cast<size_t>(row[0]);
  const size_t needed = size_t{3} * cut.side * cut.side;
  if (at > out.length || out.length - at < needed) throw Problem("the sample does not fit into the output");
  return out.data + at;
}

}  // namespace

void Sources::read(size_t image, const double* row, std::vector<uint8_t>& bytes) const {
  if (row[0] >= 0)
    return files->read({static_cast<uint32_t>(row[0]), static_cast<int64_t>(row[1]), static_cast<int64_t>(row[2])},
                       bytes);
  const Bytes& own = inMemory.at(image);
  bytes.assign(own.data, own.data + own.length);
}

void HeadersTask::run(size_t image, SampleMemory& memory) {
  sources.read(image, &rows[image * kColumns], memory.bytes);
  if (!looksLikeJpeg(memory.bytes.data(), memory.bytes.size())) return;
  const Header header = readHeader(memory.bytes.data(), memory.bytes.size(), sources.limits);
  const bool isTransposed = header.orientation.isTransposed;
  sizes[2 * image] = isTransposed ? header.height : header.width;
  sizes[2 * image + 1] = isTransposed ? header.width : header.height;
}

void CutJpegsTask::run(size_t image, SampleMemory& memory) {
  const double* row = &rows[image * kColumns];
  const Cut cut = cutOf(row + 3);
  uint8_t* sample = outputOf(row + 3, cut, out);
  sources.read(image, row, memory.bytes);
  cutJpeg(memory.bytes.data(), memory.bytes.size(), sources.limits, cut, memory, sample);
}

void CutPixelsTask::run(size_t image, SampleMemory& memory) {
  const double* row = &rows[image * kColumns];
  const Upright pixels{images[image].data, static_cast<int>(row[0]), static_cast<int>(row[1])};
  if (images[image].length != size_t{3} * pixels.width * pixels.height)
    throw Problem("expected width x height x 3 bytes of pixels, got " + std::to_string(images[image].length));
  const Cut cut = cutOf(row + 2);
  cutPixels(pixels, cut, memory, outputOf(row + 2, cut, out));
}

void DecodeTask::run(size_t image, SampleMemory& memory) {
  const double* row = &rows[image * kColumns];
  const int width = static_cast<int>(row[4]);
  const int height = static_cast<int>(row[5]);
  if (outs[image].length != size_t{3} * width * height)
    throw Problem("expected an output of width x height x 3 bytes, got " + std::to_string(outs[image].length));
  sources.read(image, row, memory.bytes);
  decodeUpright(memory.bytes.data(), memory.bytes.size(), sources.limits, static_cast<int>(row[3]), width, height,
                memory, outs[image].data);
}

void ReadAheadTask::run(size_t range, SampleMemory& memory) {
  sources.read(range, &rows[range * kColumns], memory.bytes);
}

}  // namespace hashsight
