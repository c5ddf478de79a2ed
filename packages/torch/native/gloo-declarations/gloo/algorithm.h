// LibTorch contains Gloo, but its folder of headers does not have Gloo's. These five files declare as much of it as
// c10d's ProcessGroupGloo.hpp names; nothing here is ever defined or constructed. Gloo's own headers win where there
// are any.
#pragma once
