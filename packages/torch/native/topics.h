// The topics that addon.cc combines; operators have their own header.
#pragma once

#include <napi.h>

namespace hashsight {

void exportTensors(Napi::Object exports);
void exportAutograd(Napi::Object exports);
void exportContext(Napi::Object exports);
void exportDistributed(Napi::Object exports);
void exportProfiler(Napi::Object exports);
void exportReducer(Napi::Object exports);
void exportSyncBatchNorm(Napi::Object exports);
void exportWaitingThreads(Napi::Object exports);

}  // namespace hashsight
