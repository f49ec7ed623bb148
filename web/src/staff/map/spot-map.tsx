export default function SpotMap(_: { spot: unknown; onPick: (spot: { lat: number; long: number }) => void }) {
  return null;
}
