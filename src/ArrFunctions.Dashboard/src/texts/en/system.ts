export const system = {
};
