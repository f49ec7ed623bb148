/** Longest side of a kept photo, in pixels: enough to read a house number, a tenth of what a camera makes. */
const longestSide = 1920;
const quality = 0.82;

const draw = (picture: ImageBitmap): HTMLCanvasElement => {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** A smaller JPEG of what the camera took, without where and when it was taken; as it is where it cannot be drawn. */
export async function smaller(file: File): Promise<ArrayBuffer> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const canvas = draw(picture);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob !== null) return await blob.arrayBuffer();
  } catch {
    // Some old browser; the office makes it smaller then.
  }
  return file.arrayBuffer();
}
