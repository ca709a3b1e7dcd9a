export const audio = {
};
