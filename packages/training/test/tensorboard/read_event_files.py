"""Prints what TensorBoard shows of a folder of event files as JSON: the points (wall time, step, value) of each tag."""

import json
import sys

from tensorboard.backend.event_processing.event_accumulator import SCALARS, EventAccumulator

events = EventAccumulator(sys.argv[1], size_guidance={SCALARS: 0}).Reload()
points = {tag: [[event.wall_time, event.step, event.value] for event in events.Scalars(tag)] for tag in events.Tags()[SCALARS]}
print(json.dumps(points))
