import { useEffect, useState } from 'react';

/** The squares of a QR code as one path, one unit a module. */
async function drawn(text: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? `M${x} ${y}h1v1h-1z` : '')).join(''),
  );
  return { size: modules.size, path: rows.join('') };
}

/** Leads from paper to the live page. Drawn in the browser; no outside server is asked. */
export function QrCode({ text, label, size = 112 }: { text: string; label: string; size?: number }) {
  const [code, setCode] = useState<{ size: number; path: string }>();
  useEffect(() => {
    let left = false;
    drawn(text).then(
      (done) => {
        if (!left) setCode(done);
      },
      // Without the drawing the address in words still stands beside it.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [text]);
  const all = (code?.size ?? 29) + 4;
  return (
    <svg
      className="qr"
      width={size}
      height={size}
      viewBox={`-2 -2 ${all} ${all}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x="-2" y="-2" width={all} height={all} fill="#fff" />
      {code !== undefined && <path d={code.path} fill="#000" />}
    </svg>
  );
}
