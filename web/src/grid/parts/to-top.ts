/** The page scrolls between the strip and the doors, not the window. */
export function toTop(): void {
  document.getElementById('main')?.scrollTo(0, 0);
}
