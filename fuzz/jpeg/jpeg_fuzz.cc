// Decodes mutated JPEGs until its time is over: jpeg_fuzz LAST SECONDS SEED FILE… Each mutated file is written to LAST
// before it is decoded, so that the one that ends the process is there. Prints what it did as a line of JSON a second.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "../../packages/jpeg/native/decoder.h"
#include "../../packages/jpeg/native/problem.h"
#include "../../packages/jpeg/native/sample.h"

namespace {

using Clock = std::chrono::steady_clock;
using File = std::vector<uint8_t>;

// A mutated image can claim 65,535 x 65,535 pixels: of fewer pixels than training takes, more are tried.
constexpr hashsight::Limits kLimits{4e6, 100, 200, 1e9};
constexpr auto kLongest = std::chrono::seconds(10);

struct Randomness {
  std::mt19937_64 generator;
  size_t below(size_t bound) { return generator() % bound; }
  double fraction() { return static_cast<double>(generator() >> 11) * 0x1p-53; }
};

File readFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void changeOnce(File& file, const File& other, Randomness& random) {
  if (file.empty()) return;
  const size_t at = random.below(file.size());
  const size_t length = std::min(file.size() - at, 1 + random.below(64));
  const auto begin = file.begin() + static_cast<std::ptrdiff_t>(at);
  const auto end = begin + static_cast<std::ptrdiff_t>(length);
  static constexpr uint8_t kEdges[] = {0, 1, 0x7f, 0x80, 0xff, 0xc0, 0xc4, 0xd8, 0xd9, 0xda};
  switch (random.below(7)) {
    case 0: file[at] ^= static_cast<uint8_t>(1u << random.below(8)); return;
    case 1: file[at] = kEdges[random.below(std::size(kEdges))]; return;
    case 2: file[at] = static_cast<uint8_t>(random.below(256)); return;
    case 3: file.erase(begin, end); return;
    case 4: {
      const File part(begin, end);
      file.insert(begin, part.begin(), part.end());
      return;
    }
    case 5: file.resize(at); return;
    default: {
      const size_t from = random.below(other.size());
      const size_t to = from + std::min(other.size() - from, length);
      file.insert(begin, other.begin() + static_cast<std::ptrdiff_t>(from),
                  other.begin() + static_cast<std::ptrdiff_t>(to));
    }
  }
}

// Returns whether the image could be decoded, whole and in part.
bool decode(const File& file, Randomness& random, hashsight::SampleMemory& memory) {
  if (!hashsight::looksLikeJpeg(file.data(), file.size())) return false;
  try {
    const hashsight::Header header = hashsight::readHeader(file.data(), file.size(), kLimits);
    const bool isTransposed = header.orientation.isTransposed;
    const double width = isTransposed ? header.height : header.width;
    const double height = isTransposed ? header.width : header.height;
    const int side = static_cast<int>(1 + random.below(48));
    const hashsight::Box box{random.fraction() * width, random.fraction() * height, 1 + random.fraction() * width,
                             1 + random.fraction() * height};
    const int eighths = 1 << random.below(4);
    std::vector<uint8_t> sample(size_t{3} * side * side);
    hashsight::cutJpeg(file.data(), file.size(), kLimits, {box, side, eighths, random.below(2) == 1, {}}, memory,
                       sample.data());
    std::vector<uint8_t> whole(static_cast<size_t>(3 * width * height));
    hashsight::decodeUpright(file.data(), file.size(), kLimits, 8, static_cast<int>(width), static_cast<int>(height),
                             memory, whole.data());
    return true;
  } catch (const hashsight::Problem&) {
    return false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  const std::string last = argv[1];
  const auto end = Clock::now() + std::chrono::duration<double>(std::atof(argv[2]));
  Randomness random{std::mt19937_64(std::strtoull(argv[3], nullptr, 10))};
  std::vector<File> seeds;
  for (int i = 4; i < argc; ++i) seeds.push_back(readFile(argv[i]));
  hashsight::SampleMemory memory;
  auto told = Clock::now();
  long inputs = 0, accepted = 0;
  for (auto now = told; now < end; now = Clock::now()) {
    File file = seeds[random.below(seeds.size())];
    const File& other = seeds[random.below(seeds.size())];
    for (size_t changes = 1 + random.below(6); changes > 0; --changes) changeOnce(file, other, random);
    std::ofstream(last, std::ios::binary).write(reinterpret_cast<const char*>(file.data()), std::ssize(file));
    const auto begin = Clock::now();
    accepted += decode(file, random, memory) ? 1 : 0;
    ++inputs;
    if (Clock::now() - begin > kLongest) {
      std::fprintf(stderr, "an image took more than 10 seconds\n");
      return 1;
    }
    if (Clock::now() - told > std::chrono::seconds(1)) {
      std::printf("{\"inputs\":%ld,\"accepted\":%ld,\"refused\":%ld}\n", inputs, accepted, inputs - accepted);
      std::fflush(stdout);
      inputs = accepted = 0;
      told = Clock::now();
    }
  }
  return 0;
}
