// libjpeg-turbo's decoder and nothing else: no resize, no writing. Reads lines "FILE LEFT TOP WIDTH HEIGHT EIGHTHS" from
// standard input and decodes all of them whole, then the parts alone, both from files that it holds in memory, then the parts
// with each file read anew, as any decoder has to; prints the processor's seconds of the three.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <jpeglib.h>

namespace {

struct Part {
  const std::string* file;
  const std::vector<unsigned char>* bytes;
  int left, top, width, height, eighths;
};

void read(const std::string& file, std::vector<unsigned char>& bytes) {
  const int opened = ::open(file.c_str(), O_RDONLY);
  struct stat status;
  if (opened < 0 || ::fstat(opened, &status) != 0) std::exit(1);
  bytes.resize(status.st_size);
  if (::read(opened, bytes.data(), bytes.size()) != status.st_size) std::exit(1);
  ::close(opened);
}

void decode(const Part& part, bool isWhole, const std::vector<unsigned char>& bytes, std::vector<unsigned char>& out) {
  jpeg_decompress_struct info;
  jpeg_error_mgr errors;
  info.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, bytes.data(), bytes.size());
  jpeg_read_header(&info, TRUE);
  info.out_color_space = JCS_RGB;
  info.scale_num = isWhole ? 8 : part.eighths;
  info.scale_denom = 8;
  jpeg_start_decompress(&info);
  JDIMENSION end = info.output_height;
  if (!isWhole) {
    JDIMENSION left = part.left * part.eighths / 8, width = part.width * part.eighths / 8;
    jpeg_crop_scanline(&info, &left, &width);
    jpeg_skip_scanlines(&info, part.top * part.eighths / 8);
    end = (part.top + part.height) * part.eighths / 8;
  }
  out.resize(3 * info.output_width * info.output_height);
  while (info.output_scanline < end) {
    unsigned char* line = &out[3 * info.output_width * info.output_scanline];
    jpeg_read_scanlines(&info, &line, 1);
  }
  jpeg_destroy_decompress(&info);
}

double secondsOf(const std::vector<Part>& parts, bool isWhole, bool reads) {
  std::vector<unsigned char> bytes, out;
  const std::clock_t start = std::clock();
  for (const Part& part : parts) {
    if (reads) read(*part.file, bytes);
    decode(part, isWhole, reads ? bytes : *part.bytes, out);
  }
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
  std::map<std::string, std::vector<unsigned char>> files;
  std::vector<Part> parts;
  std::string file;
  Part part;
  while (std::cin >> file >> part.left >> part.top >> part.width >> part.height >> part.eighths) {
    const auto known = files.try_emplace(file).first;
    if (known->second.empty()) read(file, known->second);
    part.file = &known->first;
    part.bytes = &known->second;
    parts.push_back(part);
  }
  secondsOf({parts.begin(), parts.begin() + parts.size() / 10}, true, false);  // warms up
  const double whole = secondsOf(parts, true, false);
  const double alone = secondsOf(parts, false, false);
  const double read = secondsOf(parts, false, true);
  std::printf("{\"whole\": %f, \"parts\": %f, \"partsRead\": %f}\n", whole, alone, read);
}
