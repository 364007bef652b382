export const first: string = ['a', 'b'][0];
