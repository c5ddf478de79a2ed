#include "decoder.h"

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <string>

// Must follow cstdio, because it uses FILE.
#include <jpeglib.h>
// Must follow jpeglib.h.
#include <jerror.h>

#include "problem.h"

namespace hashsight {

namespace {

constexpr uint8_t kWhite = 255;
constexpr int kStartOfScan = 0xda;

// Warnings after which libjpeg continues with missing or wrong pixels. Its other warnings are harmless.
bool losesPixels(int warning) {
  switch (warning) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_BOGUS_PROGRESSION: return true;
    default: return false;
  }
}

// Counts the remaining scans up to the end of the image. Markers are unambiguous: in entropy-coded data, 0xff is always
// followed by 0 or a restart marker.
int countScans(const uint8_t* at, const uint8_t* end) {
  int scans = 0;
  while (at < end) {
    at = static_cast<const uint8_t*>(std::memchr(at, 0xff, end - at));
    if (at == nullptr || end - at < 4) break;
    const int marker = at[1];
    if (marker == JPEG_EOI) break;
    const bool isInData = marker == 0 || marker == 0xff || (marker >= JPEG_RST0 && marker <= JPEG_RST0 + 7);
    if (isInData) {
      at += marker == 0xff ? 1 : 2;
      continue;
    }
    if (marker == kStartOfScan) ++scans;
    const ptrdiff_t length = 2 + (at[2] << 8 | at[3]);
    if (length > end - at) break;
    at += length;
  }
  return scans;
}

std::string sizeText(double width, double height) {
  return std::to_string(static_cast<int>(width)) + " x " + std::to_string(static_cast<int>(height));
}

std::string numberText(double number) { return std::to_string(static_cast<int64_t>(number)); }

}  // namespace

// libjpeg reports errors with longjmp, which skips destructors. So all its calls are in methods that contain nothing
// else, and the caller throws `failed`.
class DecodingPart::Decoder {
 public:
  explicit Decoder(const Limits& limits) : limits_(limits) {
    info_.err = jpeg_std_error(&errors_);
    info_.client_data = this;
    errors_.error_exit = [](j_common_ptr info) { fail(info); };
    errors_.emit_message = [](j_common_ptr info, int level) {
      if (level < 0 && losesPixels(info->err->msg_code)) fail(info);
    };
    errors_.output_message = [](j_common_ptr) {};
    progress_.progress_monitor = [](j_common_ptr info) {
      // A corrupt file may have more scans than were counted.
      auto* decoder = static_cast<Decoder*>(info->client_data);
      decoder->scans_ = reinterpret_cast<j_decompress_ptr>(info)->input_scan_number;
      if (decoder->hasTooManyScans()) fail(info);
    };
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { jpeg_destroy_decompress(&info_); }

  void open(const uint8_t* bytes, size_t size) {
    check(tryOpen(bytes, size));
    checkLimits();
    checkEnd(bytes, size);
    if (!jpeg_has_multiple_scans(&info_)) return;
    // The header was read up to the first scan.
    scans_ = 1 + countScans(info_.src->next_input_byte, bytes + size);
    if (hasTooManyScans()) throwTooManyScans();
  }

  Header header() const {
    int orientation = 1;
    for (const jpeg_marker_struct* marker = info_.marker_list; marker != nullptr && orientation == 1;
         marker = marker->next)
      orientation = exifOrientation(marker->data, marker->data_length);
    return {static_cast<int>(info_.image_width), static_cast<int>(info_.image_height), Orientation::of(orientation)};
  }

  // Sets scale and color space; afterwards, width() and height() are those of the scaled image.
  void plan(int eighths) { check(tryPlan(eighths)); }
  void start() { check(tryStart()); }
  int width() const { return static_cast<int>(info_.output_width); }
  int height() const { return static_cast<int>(info_.output_height); }

  // Limits decoding to columns: returns the first decoded column, at or before `left`, and sets width().
  int crop(int left, int width) {
    JDIMENSION first = left, count = width;
    check(tryCrop(&first, &count));
    return static_cast<int>(first);
  }
  void skip(int rows) { check(trySkip(rows)); }
  void read(int rows, uint8_t* out, size_t stride) {
    check(tryRead(rows, out, stride));
    if (info_.out_color_space != JCS_CMYK) return;
    for (int row = 0; row < rows; ++row) inksToColours(out + row * stride);
  }

 private:
  static void fail(j_common_ptr info) { std::longjmp(static_cast<Decoder*>(info->client_data)->jump_, 1); }

  void check(bool isDone) {
    if (isDone) return;
    if (hasTooManyScans()) throwTooManyScans();
    char text[JMSG_LENGTH_MAX];
    (*errors_.format_message)(reinterpret_cast<j_common_ptr>(&info_), text);
    throw Problem("expected a whole JPEG image, got one that is cut off or broken: " + std::string(text));
  }

  double pixels() const { return 1.0 * info_.image_width * info_.image_height; }

  // The wording matches sizeProblem() in src/limits.ts, which checks the other formats.
  void checkLimits() const {
    const double width = info_.image_width;
    const double height = info_.image_height;
    if (pixels() > limits_.pixels)
      throw Problem("expected at most " + numberText(limits_.pixels) + " pixels, got " + sizeText(width, height));
    if (std::max(width, height) > limits_.aspectRatio * std::min(width, height)) {
      throw Problem("expected a longer side of at most " + numberText(limits_.aspectRatio) +
                    " times the shorter one, got " + sizeText(width, height));
    }
  }

  bool hasTooManyScans() const { return scans_ > limits_.scans || scans_ * pixels() > limits_.scanPixels; }

  [[noreturn]] void throwTooManyScans() const {
    throw Problem("expected at most " + numberText(limits_.scans) + " scans, and " + numberText(limits_.scanPixels) +
                  " pixels in all of them, got " + std::to_string(scans_) + " scans of " +
                  sizeText(info_.image_width, info_.image_height));
  }

  // In entropy-coded data, 0xff is followed by 0 or a restart marker, so only a real end-of-image marker matches.
  void checkEnd(const uint8_t* bytes, size_t size) {
    const uint8_t* begin = info_.src->next_input_byte;
    for (const uint8_t* at = bytes + size - 2; at >= begin; --at) {
      if (at[0] == 0xff && at[1] == JPEG_EOI) return;
    }
    info_.err->msg_code = JWRN_JPEG_EOF;
    check(false);
  }

  bool tryOpen(const uint8_t* bytes, size_t size) {
    if (setjmp(jump_) != 0) return false;
    jpeg_create_decompress(&info_);
    info_.progress = &progress_;
    jpeg_mem_src(&info_, bytes, size);
    jpeg_save_markers(&info_, JPEG_APP0 + 1, 0xffff);
    jpeg_read_header(&info_, TRUE);
    return true;
  }

  bool tryPlan(int eighths) {
    if (setjmp(jump_) != 0) return false;
    info_.scale_num = eighths;
    info_.scale_denom = 8;
    const bool hasInks = info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK;
    info_.out_color_space = hasInks ? JCS_CMYK : JCS_EXT_RGBX;
    jpeg_calc_output_dimensions(&info_);
    return true;
  }

  bool tryStart() {
    if (setjmp(jump_) != 0) return false;
    jpeg_start_decompress(&info_);
    return true;
  }

  bool tryCrop(JDIMENSION* first, JDIMENSION* count) {
    if (setjmp(jump_) != 0) return false;
    jpeg_crop_scanline(&info_, first, count);
    return true;
  }

  bool trySkip(int rows) {
    if (setjmp(jump_) != 0) return false;
    jpeg_skip_scanlines(&info_, rows);
    return true;
  }

  bool tryRead(int rows, uint8_t* out, size_t stride) {
    if (setjmp(jump_) != 0) return false;
    const JDIMENSION start = info_.output_scanline;
    const JDIMENSION end = start + rows;
    while (info_.output_scanline < end) {
      uint8_t* lines[8];
      const JDIMENSION left = std::min<JDIMENSION>(8, end - info_.output_scanline);
      for (JDIMENSION i = 0; i < left; ++i) lines[i] = out + (info_.output_scanline - start + i) * stride;
      jpeg_read_scanlines(&info_, lines, left);
    }
    return true;
  }

  // Converts inks to RGB without a color profile. Adobe stores the inks inverted.
  void inksToColours(uint8_t* row) const {
    const int inverted = info_.saw_Adobe_marker ? 0 : 255;
    for (int x = 0; x < width(); ++x) {
      uint8_t* pixel = row + 4 * x;
      const int black = pixel[3] ^ inverted;
      for (int ink = 0; ink < 3; ++ink)
        pixel[ink] = static_cast<uint8_t>(((pixel[ink] ^ inverted) * black + 127) / 255);
    }
  }

  jpeg_decompress_struct info_{};
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  std::jmp_buf jump_;
  const Limits limits_;
  int scans_ = 0;
};

bool looksLikeJpeg(const uint8_t* bytes, size_t size) {
  return size > 3 && bytes[0] == 0xff && bytes[1] == 0xd8 && bytes[2] == 0xff;
}

Header readHeader(const uint8_t* bytes, size_t size, const Limits& limits) {
  DecodingPart::Decoder decoder(limits);
  decoder.open(bytes, size);
  return decoder.header();
}

DecodingPart::DecodingPart(const uint8_t* bytes, size_t size, const Limits& limits, const Box* upright, int eighths,
                           std::vector<uint8_t>& memory)
    : decoder_(std::make_unique<Decoder>(limits)) {
  Decoder& decoder = *decoder_;
  decoder.open(bytes, size);
  header_ = decoder.header();
  decoder.plan(eighths);
  const int width = decoder.width();
  const int height = decoder.height();
  Box box{0, 0, 1.0 * width, 1.0 * height};
  if (upright != nullptr) {
    box = header_.orientation.toStored(*upright, header_.width, header_.height);
    const double scale = eighths / 8.0;
    box = {box.left * scale, box.top * scale, box.width * scale, box.height * scale};
  }
  // The region in whole pixels, first including the area outside the image, then without it.
  const int left = static_cast<int>(std::floor(box.left));
  const int top = static_cast<int>(std::floor(box.top));
  const int right = std::max(left + 1, static_cast<int>(std::ceil(box.left + box.width)));
  const int bottom = std::max(top + 1, static_cast<int>(std::ceil(box.top + box.height)));
  box_ = {box.left - left, box.top - top, box.width, box.height};
  if (right <= 0 || bottom <= 0 || left >= width || top >= height) {
    const size_t stride = size_t{4} * (right - left);
    memory.assign(std::max(memory.size(), stride * (bottom - top)), kWhite);
    pixels_ = {memory.data(), stride, right - left, bottom - top};
    return;
  }
  const int innerLeft = std::clamp(left, 0, width - 1);
  const int innerTop = std::clamp(top, 0, height - 1);
  const int innerRight = std::clamp(right, innerLeft + 1, width);
  const int innerBottom = std::clamp(bottom, innerTop + 1, height);

  decoder.start();
  // Chroma has half the width and is interpolated, so the edges of the region need one more neighbor.
  const int wantedLeft = std::max(0, innerLeft - 2);
  const int wantedRight = std::min(width, innerRight + 2);
  const int first = wantedRight - wantedLeft < width ? decoder.crop(wantedLeft, wantedRight - wantedLeft) : 0;
  const int before = innerLeft - left;
  const int after = right - innerRight;
  const size_t stride = size_t{4} * (before + decoder.width() + after);
  const size_t rows = bottom - top;
  if (memory.size() < stride * rows) memory.resize(stride * rows);
  if (before + after > 0 || innerTop > top || innerBottom < bottom) std::memset(memory.data(), kWhite, stride * rows);
  if (innerTop > 0) decoder.skip(innerTop);
  next_ = innerTop - top;
  end_ = innerBottom - top;
  target_ = memory.data() + size_t{4} * before;
  const int shift = before > 0 ? 0 : innerLeft - first;
  pixels_ = {memory.data() + size_t{4} * shift, stride, right - left, bottom - top};
}

DecodingPart::~DecodingPart() = default;

void DecodingPart::decodeTo(int row) {
  const int rows = std::min(row, end_) - next_;
  if (rows <= 0) return;
  decoder_->read(rows, target_ + next_ * pixels_.stride, pixels_.stride);
  next_ += rows;
}

}  // namespace hashsight
