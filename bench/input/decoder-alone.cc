// libjpeg-turbo's decoder and nothing else: no resize, no writing. Reads lines "FILE LEFT TOP WIDTH HEIGHT EIGHTHS" from
// standard input, holds the files in memory, and decodes all of them whole and then the parts alone; prints the processor's
// seconds of both.
#include <cstdio>
#include <ctime>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <jpeglib.h>

namespace {

struct Part {
  const std::vector<unsigned char>* bytes;
  int left, top, width, height, eighths;
};

void decode(const Part& part, bool isWhole, std::vector<unsigned char>& out) {
  jpeg_decompress_struct info;
  jpeg_error_mgr errors;
  info.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, part.bytes->data(), part.bytes->size());
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

double secondsOf(const std::vector<Part>& parts, bool isWhole) {
  std::vector<unsigned char> out;
  const std::clock_t start = std::clock();
  for (const Part& part : parts) decode(part, isWhole, out);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main() {
  std::map<std::string, std::vector<unsigned char>> files;
  std::vector<Part> parts;
  std::string file;
  Part part;
  while (std::cin >> file >> part.left >> part.top >> part.width >> part.height >> part.eighths) {
    auto& bytes = files[file];
    if (bytes.empty()) {
      std::FILE* opened = std::fopen(file.c_str(), "rb");
      if (opened == nullptr) return 1;
      for (int byte; (byte = std::fgetc(opened)) != EOF;) bytes.push_back(static_cast<unsigned char>(byte));
      std::fclose(opened);
    }
    part.bytes = &bytes;
    parts.push_back(part);
  }
  secondsOf({parts.begin(), parts.begin() + parts.size() / 10}, true);  // warms up
  const double whole = secondsOf(parts, true);
  std::printf("{\"whole\": %f, \"parts\": %f}\n", whole, secondsOf(parts, false));
}
