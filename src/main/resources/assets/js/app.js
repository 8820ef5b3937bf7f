// The frame's script
