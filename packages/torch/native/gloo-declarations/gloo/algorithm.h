// LibTorch contains Gloo but not Gloo's headers. These five files declare what c10d's ProcessGroupGloo.hpp uses;
// nothing here is defined or constructed. If Gloo's own headers exist, they take precedence.
#pragma once
