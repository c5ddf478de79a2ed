import { useEffect, useRef } from 'preact/hooks';
import { drawHeatMap } from '../../tagging/heat-map-image.js';
import { heatMap } from '../../tagging/heat-maps.js';

const share = (value: number) => `${100 * value}%`;

/** The heat map over the part of the image that the model saw. */
export function HeatMapLayer() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const map = heatMap.value;
  useEffect(() => {
    if (canvas.current !== null && map !== undefined) drawHeatMap(canvas.current, map);
  }, [map]);
  const area = map?.area ?? { x: 0, y: 0, width: 1, height: 1 };
  return (
    <canvas
      ref={canvas}
      class={map === undefined ? 'heat' : 'heat shown'}
      style={{
        left: share(area.x),
        top: share(area.y),
        width: share(area.width),
        height: share(area.height),
      }}
    />
  );
}
