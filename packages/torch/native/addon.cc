// The native half of @hashsight/torch. Each topic exports its functions.
#include <napi.h>

#include "environment.h"
#include "operators.h"
#include "topics.h"

namespace {

Napi::Object initialiseAddon(Napi::Env env, Napi::Object exports) {
  env.SetInstanceData(new hashsight::Environment(env));
  hashsight::exportOperators(exports);
  hashsight::exportTensors(exports);
  hashsight::exportAutograd(exports);
  hashsight::exportContext(exports);
  hashsight::exportDistributed(exports);
  hashsight::exportProfiler(exports);
  hashsight::exportWaitingThreads(exports);
  return exports;
}

}  // namespace

NODE_API_MODULE(hashsight_torch, initialiseAddon)
