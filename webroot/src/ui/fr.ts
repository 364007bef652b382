/** Every sentence that a person reads. Teachers are addressed as « vous ». */
export const fr = {
  product: 'Binôme',
} as const;
